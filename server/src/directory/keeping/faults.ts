import { words } from '../../platform/words.js';

/** What can be wrong with a field of a profile. */
export const faults = {
  oneSection: words({
    en: 'Change one section at a time.',
    fr: 'Modifiez une section à la fois.',
    es: 'Cambie una sección cada vez.',
    ar: 'غيّر قسمًا واحدًا في كل مرة.',
  }),
  name: words({
    en: 'A name has 1 to 200 letters.',
    fr: 'Un nom compte de 1 à 200 lettres.',
    es: 'Un nombre tiene de 1 a 200 letras.',
    ar: 'يتكوّن الاسم من حرف واحد إلى ٢٠٠ حرف.',
  }),
  acronym: words({
    en: 'An acronym has at most 40 letters.',
    fr: 'Un sigle compte au plus 40 lettres.',
    es: 'Una sigla tiene como máximo 40 letras.',
    ar: 'لا يزيد الاختصار على ٤٠ حرفًا.',
  }),
  mostNames: words({
    en: 'Twelve other names are the most.',
    fr: 'Douze autres noms au maximum.',
    es: 'Doce nombres más como máximo.',
    ar: 'اثنا عشر اسمًا آخر كحد أقصى.',
  }),
  sameName: words({
    en: 'This name stands here twice.',
    fr: 'Ce nom figure deux fois.',
    es: 'Este nombre figura dos veces.',
    ar: 'هذا الاسم مذكور مرتين.',
  }),
  language: words({
    en: 'Write the two letters of a language, such as sw for Swahili (ISO 639-1).',
    fr: 'Indiquez les deux lettres d’une langue, par exemple sw pour le swahili (ISO 639-1).',
    es: 'Escriba las dos letras de un idioma, por ejemplo sw para el suajili (ISO 639-1).',
    ar: 'اكتب حرفي اللغة، مثل sw للسواحيلية (ISO 639-1).',
  }),
  country: words({
    en: 'Write the two letters of a country, such as KE for Kenya (ISO 3166-1).',
    fr: 'Indiquez les deux lettres d’un pays, par exemple KE pour le Kenya (ISO 3166-1).',
    es: 'Escriba las dos letras de un país, por ejemplo KE para Kenia (ISO 3166-1).',
    ar: 'اكتب حرفي البلد، مثل KE لكينيا (ISO 3166-1).',
  }),
  foundedIn: words({
    en: 'The year of foundation lies between 1800 and this year.',
    fr: 'L’année de fondation se situe entre 1800 et cette année.',
    es: 'El año de fundación está entre 1800 y este año.',
    ar: 'تقع سنة التأسيس بين ١٨٠٠ والسنة الحالية.',
  }),
  identifier: words({
    en: 'This is not an identifier of that list; perhaps a digit is wrong.',
    fr: 'Ce n’est pas un identifiant de cette liste ; un chiffre est peut-être faux.',
    es: 'No es un identificador de esa lista; quizá haya un dígito equivocado.',
    ar: 'هذا ليس معرّفًا في تلك القائمة، وربما كان أحد الأرقام خاطئًا.',
  }),
  sameScheme: words({
    en: 'One identifier of each list is enough.',
    fr: 'Un identifiant par liste suffit.',
    es: 'Basta un identificador por lista.',
    ar: 'يكفي معرّف واحد من كل قائمة.',
  }),
  theme: words({
    en: 'There is no such theme. Choose from the list, at most twenty.',
    fr: 'Ce thème n’existe pas. Choisissez dans la liste, vingt au plus.',
    es: 'No existe ese tema. Elija de la lista, veinte como máximo.',
    ar: 'لا يوجد موضوع كهذا. اختر من القائمة عشرين موضوعًا على الأكثر.',
  }),
  exchange: words({
    en: 'Choose from the list.',
    fr: 'Choisissez dans la liste.',
    es: 'Elija de la lista.',
    ar: 'اختر من القائمة.',
  }),
  mostLanguages: words({
    en: 'Thirty languages are the most.',
    fr: 'Trente langues au maximum.',
    es: 'Treinta idiomas como máximo.',
    ar: 'ثلاثون لغة كحد أقصى.',
  }),
  website: words({
    en: 'The address of a website begins with https:// or http:// and has at most 500 letters.',
    fr: 'L’adresse d’un site commence par https:// ou http:// et compte au plus 500 lettres.',
    es: 'La dirección de un sitio empieza por https:// o http:// y tiene como máximo 500 letras.',
    ar: 'يبدأ عنوان الموقع بـ https://‎ أو http://‎ ولا يزيد على ٥٠٠ حرف.',
  }),
  description: words({
    en: 'A description has 1 to 2,000 letters in each language.',
    fr: 'Une description compte de 1 à 2 000 lettres dans chaque langue.',
    es: 'Una descripción tiene de 1 a 2000 letras en cada idioma.',
    ar: 'يتكوّن الوصف من حرف واحد إلى ٢٠٠٠ حرف في كل لغة.',
  }),
  sameLanguage: words({
    en: 'There is a description in this language already.',
    fr: 'Il existe déjà une description dans cette langue.',
    es: 'Ya hay una descripción en este idioma.',
    ar: 'يوجد وصف بهذه اللغة بالفعل.',
  }),
  mostDescriptions: words({
    en: 'Twelve descriptions are the most.',
    fr: 'Douze descriptions au maximum.',
    es: 'Doce descripciones como máximo.',
    ar: 'اثنا عشر وصفًا كحد أقصى.',
  }),
  noCountry: words({
    en: 'No country is stated, so there is nowhere to show. State the country first.',
    fr: 'Aucun pays n’est indiqué, il n’y a donc rien à montrer. Indiquez d’abord le pays.',
    es: 'No se ha indicado ningún país, así que no hay dónde mostrarla. Indique primero el país.',
    ar: 'لم يُذكر أي بلد، فلا مكان لإظهارها. اذكر البلد أولًا.',
  }),
  place: words({
    en: 'Choose a place of this country from the list. If yours is not in it, choose the region or the country.',
    fr: 'Choisissez dans la liste un lieu de ce pays. Si le vôtre n’y est pas, choisissez la région ou le pays.',
    es: 'Elija de la lista un lugar de este país. Si el suyo no está, elija la región o el país.',
    ar: 'اختر من القائمة مكانًا في هذا البلد. وإن لم تجد مكانك فاختر المنطقة أو البلد.',
  }),
  seatText: words({
    en: 'This is too long: a street has at most 200 letters, a city or region 100.',
    fr: 'C’est trop long : une rue compte au plus 200 lettres, une ville ou une région 100.',
    es: 'Es demasiado largo: una calle tiene como máximo 200 letras; una ciudad o región, 100.',
    ar: 'هذا طويل جدًا: للشارع ٢٠٠ حرف على الأكثر وللمدينة أو المنطقة ١٠٠ حرف.',
  }),
  field: words({
    en: 'This field cannot be taken over.',
    fr: 'Ce champ ne peut pas être repris.',
    es: 'Este campo no se puede tomar.',
    ar: 'لا يمكن نقل هذا الحقل.',
  }),
} as const;
