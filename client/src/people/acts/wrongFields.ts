import { graphql } from '../../generated/index.js';

/** What every mutation asks of a refusal beside its message, so that a form can lead to what is wrong. */
export const wrongFields = graphql(`
  fragment WrongFields on InvalidInput {
    fields {
      path
      message
    }
  }
`);
