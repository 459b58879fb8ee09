import type { Words } from './words.js';
import { words } from './words.js';
import type { Language } from './language.js';

/** An expected no, returned by a command as data; each room's refusals extend it and name their GraphQL type. */
export abstract class Refusal {
  abstract readonly __typename: string;

  constructor(
    /** What happened, what was kept and what to do now, in the reader's language. */
    readonly message: string,
  ) {}
}

/** A refusal that says one sentence and nothing else. */
export function saying<Name extends string>(name: Name, sentence: Words) {
  return class extends Refusal {
    readonly __typename = name;

    constructor(language: Language) {
      super(sentence[language]);
    }
  };
}

/** One wrong field: `path` as the form knows it, such as `seats.0.email`. */
export interface InvalidField {
  path: string;
  message: string;
}

/** Fields of the input are wrong; nothing was changed. */
export class InvalidInput extends Refusal {
  readonly __typename = 'InvalidInput';

  constructor(
    readonly fields: InvalidField[],
    message: string,
  ) {
    super(message);
  }
}

const someFieldsAreWrong = words({
  en: 'Some of it needs another look. Nothing was changed.',
  fr: 'Certains champs sont à revoir. Rien n’a été modifié.',
  es: 'Hay campos que revisar. No se ha cambiado nada.',
  ar: 'بعض الحقول تحتاج إلى مراجعة. لم يتغيّر شيء.',
});

/** Collects what is wrong with an input: `check.that(isEmail(email), 'email', notAnAddress)`, then `check.refusal` is null or what to return. */
export class InputCheck {
  private readonly fields: InvalidField[] = [];

  constructor(private readonly language: Language) {}

  /** Notes the field as wrong unless the condition holds; answers with the condition. */
  that(holds: boolean, path: string, otherwise: Words): boolean {
    if (!holds) this.fields.push({ path, message: otherwise[this.language] });
    return holds;
  }

  get refusal(): InvalidInput | null {
    return this.fields.length === 0 ? null : new InvalidInput(this.fields, someFieldsAreWrong[this.language]);
  }
}
