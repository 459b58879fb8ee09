// How many commands the database gets for one request of the directory page, whatever the size of the page, with no answers kept.
import mongoose from 'mongoose';
import { startEmbeddedMongoDB } from '@plenum/embedded-mongodb';
import { startPortal } from '../server/dist/app.js';
import { readEnvironment } from '../server/dist/platform/env.js';
import { ask, json, pageOf, signIn } from './page.mjs';

const requests = 20;
// What the driver asks by itself or waits for in change streams belongs to no request.
const ofNoRequest = new Set(['getMore', 'killCursors', 'ping', 'hello', 'endSessions']);

const database = await startEmbeddedMongoDB({ dataDirectory: process.env.PLENUM_DATA, port: 0 });
const mongodbUri = `${database.uri}${database.uri.includes('?') ? '&' : '?'}monitorCommands=true`;
const portal = await startPortal({ environment: { ...readEnvironment(process.env), mongodbUri, keepAnswersMegabytes: 0 } });

const counted = [];
mongoose.connection.getClient().on('commandStarted', ({ commandName }) => {
  if (!ofNoRequest.has(commandName)) counted.push(commandName);
});

async function perRequest(headers) {
  let most = 0;
  for (const first of [10, 50, 100]) {
    counted.length = 0;
    for (let each = 0; each < requests; each += 1) await ask(portal.url, headers, pageOf(first));
    most = Math.max(most, counted.length / requests);
  }
  return most;
}

const anonymous = await perRequest(json);
const cookie = await signIn(portal.url);
const signedIn = await perRequest({ ...json, Cookie: cookie });
console.log(JSON.stringify({ anonymous, 'signed in': signedIn }));
await portal.stop();
await database.stop();
process.exit(0);
