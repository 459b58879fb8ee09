import { words } from '../../platform/words.js';

/** What the codes of the directory are called in files and in the heads of pages. */
export const levelLabels = {
  NATIONAL: words({ en: 'National or local', fr: 'Nationale ou locale', es: 'Nacional o local', ar: 'وطنية أو محلية' }),
  REGIONAL: words({ en: 'Regional', fr: 'Régionale', es: 'Regional', ar: 'إقليمية' }),
  INTERNATIONAL: words({ en: 'International', fr: 'Internationale', es: 'Internacional', ar: 'دولية' }),
} as const;

export const typeLabels = {
  NATIONAL_COALITION: words({ en: 'National coalition', fr: 'Coalition nationale', es: 'Coalición nacional', ar: 'ائتلاف وطني' }),
  NATIONAL_OR_LOCAL: words({
    en: 'National or local organisation',
    fr: 'Organisation nationale ou locale',
    es: 'Organización nacional o local',
    ar: 'منظمة وطنية أو محلية',
  }),
  REGIONAL: words({ en: 'Regional organisation', fr: 'Organisation régionale', es: 'Organización regional', ar: 'منظمة إقليمية' }),
  INTERNATIONAL: words({
    en: 'International organisation',
    fr: 'Organisation internationale',
    es: 'Organización internacional',
    ar: 'منظمة دولية',
  }),
  ACADEMIC: words({ en: 'Academic', fr: 'Universitaire', es: 'Académica', ar: 'أكاديمية' }),
  PUBLIC_BODY: words({ en: 'Public body', fr: 'Organisme public', es: 'Organismo público', ar: 'هيئة عامة' }),
  CHILD_OR_YOUTH_LED: words({
    en: 'Led by children or young people',
    fr: 'Dirigée par des enfants ou des jeunes',
    es: 'Dirigida por niñas, niños o jóvenes',
    ar: 'يقودها أطفال أو شباب',
  }),
  INDIVIDUAL: words({ en: 'Individual', fr: 'Personne', es: 'Persona', ar: 'فرد' }),
} as const;

/** What an organisation is called by its level: as the type of the same name. */
export const kindLabels = {
  NATIONAL: typeLabels.NATIONAL_OR_LOCAL,
  REGIONAL: typeLabels.REGIONAL,
  INTERNATIONAL: typeLabels.INTERNATIONAL,
} as const;

export const regionLabels = {
  AFRICA: words({ en: 'Africa', fr: 'Afrique', es: 'África', ar: 'أفريقيا' }),
  ARAB_REGION: words({ en: 'Arab region', fr: 'Région arabe', es: 'Región árabe', ar: 'المنطقة العربية' }),
  ASIA_AND_PACIFIC: words({ en: 'Asia and Pacific', fr: 'Asie et Pacifique', es: 'Asia y el Pacífico', ar: 'آسيا والمحيط الهادئ' }),
  EUROPE_AND_CENTRAL_ASIA: words({
    en: 'Europe and Central Asia',
    fr: 'Europe et Asie centrale',
    es: 'Europa y Asia Central',
    ar: 'أوروبا وآسيا الوسطى',
  }),
  LATIN_AMERICA_AND_CARIBBEAN: words({
    en: 'Latin America and the Caribbean',
    fr: 'Amérique latine et Caraïbes',
    es: 'América Latina y el Caribe',
    ar: 'أمريكا اللاتينية والكاريبي',
  }),
  NORTH_AMERICA: words({ en: 'North America', fr: 'Amérique du Nord', es: 'América del Norte', ar: 'أمريكا الشمالية' }),
} as const;

export const confidenceLabels = {
  HIGH: words({ en: 'Stated by the source', fr: 'Indiqué par la source', es: 'Lo dice la fuente', ar: 'مذكور في المصدر' }),
  MEDIUM: words({ en: 'Read from the source', fr: 'Déduit de la source', es: 'Deducido de la fuente', ar: 'مستنتج من المصدر' }),
  LOW: words({ en: 'Uncertain', fr: 'Incertain', es: 'Incierto', ar: 'غير مؤكد' }),
} as const;

export const mechanismLabels = {
  COMMITTEE_ON_THE_RIGHTS_OF_THE_CHILD: words({
    en: 'Committee on the Rights of the Child',
    fr: 'Comité des droits de l’enfant',
    es: 'Comité de los Derechos del Niño',
    ar: 'لجنة حقوق الطفل',
  }),
  UNIVERSAL_PERIODIC_REVIEW: words({
    en: 'Universal Periodic Review',
    fr: 'Examen périodique universel',
    es: 'Examen Periódico Universal',
    ar: 'الاستعراض الدوري الشامل',
  }),
  HUMAN_RIGHTS_COUNCIL: words({
    en: 'Human Rights Council',
    fr: 'Conseil des droits de l’homme',
    es: 'Consejo de Derechos Humanos',
    ar: 'مجلس حقوق الإنسان',
  }),
  SPECIAL_PROCEDURES: words({
    en: 'Special procedures',
    fr: 'Procédures spéciales',
    es: 'Procedimientos especiales',
    ar: 'الإجراءات الخاصة',
  }),
  COMMITTEE_ON_DISCRIMINATION_AGAINST_WOMEN: words({
    en: 'Committee on the Elimination of Discrimination against Women',
    fr: 'Comité pour l’élimination de la discrimination à l’égard des femmes',
    es: 'Comité para la Eliminación de la Discriminación contra la Mujer',
    ar: 'اللجنة المعنية بالقضاء على التمييز ضد المرأة',
  }),
  COMMITTEE_ON_PERSONS_WITH_DISABILITIES: words({
    en: 'Committee on the Rights of Persons with Disabilities',
    fr: 'Comité des droits des personnes handicapées',
    es: 'Comité sobre los Derechos de las Personas con Discapacidad',
    ar: 'اللجنة المعنية بحقوق الأشخاص ذوي الإعاقة',
  }),
  OTHER_TREATY_BODIES: words({
    en: 'Other treaty bodies',
    fr: 'Autres organes de traités',
    es: 'Otros órganos de tratados',
    ar: 'هيئات معاهدات أخرى',
  }),
  HIGH_LEVEL_POLITICAL_FORUM: words({
    en: 'High-Level Political Forum',
    fr: 'Forum politique de haut niveau',
    es: 'Foro Político de Alto Nivel',
    ar: 'المنتدى السياسي الرفيع المستوى',
  }),
  REGIONAL_MECHANISMS: words({
    en: 'Regional mechanisms',
    fr: 'Mécanismes régionaux',
    es: 'Mecanismos regionales',
    ar: 'الآليات الإقليمية',
  }),
} as const;
