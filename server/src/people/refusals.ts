import type { Language } from '../platform/language.js';
import { Refusal } from '../platform/refusals.js';
import { fill, words } from '../platform/words.js';

const onlyOnDemonstrationNetwork = words({
  en: 'This network is real, so nobody signs in by one click. Ask for a sign-in link by mail.',
  fr: 'Ce réseau est réel : personne ne s’y connecte d’un seul clic. Demandez un lien de connexion par courriel.',
  es: 'Esta red es real: nadie entra con un solo clic. Pida un enlace de acceso por correo.',
  ar: 'هذه شبكة حقيقية، فلا يدخلها أحد بنقرة واحدة. اطلب رابط الدخول بالبريد.',
});

/** This network is real: nobody is signed in by one click. */
export class OnlyOnDemonstrationNetwork extends Refusal {
  readonly __typename = 'OnlyOnDemonstrationNetwork';

  constructor(language: Language) {
    super(onlyOnDemonstrationNetwork[language]);
  }
}

const tooManyAttempts = words({
  en: 'That was tried too often. Please try again in {minutes} min.',
  fr: 'Trop de tentatives. Veuillez réessayer dans {minutes} min.',
  es: 'Demasiados intentos. Vuelva a intentarlo dentro de {minutes} min.',
  ar: 'محاولات كثيرة جدًا. حاول مرة أخرى بعد {minutes} دقيقة.',
});

/** Too many tries in a short time, from one place or for one address. */
export class TooManyAttempts extends Refusal {
  readonly __typename = 'TooManyAttempts';

  constructor(
    language: Language,
    readonly retryAfterSeconds: number,
  ) {
    super(fill(tooManyAttempts[language], { minutes: Math.ceil(retryAfterSeconds / 60) }));
  }
}
