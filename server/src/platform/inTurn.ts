import { Schema } from 'mongoose';
import { model } from './model.js';
import { inTransaction } from './transaction.js';

/** Counts who was served, for each matter that is decided by one at a time. */
interface TurnRecord {
  matter: string;
  taken: number;
}

const schema = new Schema<TurnRecord>({
  matter: { type: String, required: true },
  taken: { type: Number, required: true },
});
schema.index({ matter: 1 }, { unique: true });

const Turn = model<TurnRecord>('Turn', schema);

/**
 * Does the act in a transaction in which nobody else decides on the same matter, such as `offices`, or on any of several:
 * a second one waits and sees what the first did.
 */
export async function inTurn<T>(matter: string | readonly string[], act: () => Promise<T>): Promise<T> {
  const matters = [...new Set(typeof matter === 'string' ? [matter] : matter)].sort();
  return inTransaction(async () => {
    for (const each of matters) await Turn.updateOne({ matter: each }, { $inc: { taken: 1 } }, { upsert: true });
    return act();
  });
}
