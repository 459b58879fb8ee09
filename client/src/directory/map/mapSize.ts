/** The plane on which the world is drawn, in its own units; the window on it leaves room for rings above Europe. */
export const mapWidth = 1000;
export const mapHeight = 462;
export const mapTop = -18;
