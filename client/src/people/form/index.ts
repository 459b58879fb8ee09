// The door to forms for the rooms that come later; apart from index.ts, so that no first view loads it.
import '../people.css';

export { TroubleNotice } from '../acts/TroubleNotice.js';
export { useAct } from '../acts/useAct.js';
export { MomentDay } from '../Moment.js';
export { SignInFirst } from '../sign-in/SignInFirst.js';
export { ActForm, type Typing } from './ActForm.js';
export { ReasonField, SelectField, TextField } from './fields.js';
export { hasDraft } from './useDraft.js';
