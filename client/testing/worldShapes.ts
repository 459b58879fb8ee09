import { drawWorld } from '../build/drawWorld.js';

export const loadWorldShapes = () => Promise.resolve(drawWorld());
