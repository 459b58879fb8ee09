export { displayDocument, displayValue } from '../bson/display.js';
