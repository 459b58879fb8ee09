import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Ways in which bytes go over the wire. */
export type Encoding = 'br' | 'gzip' | 'identity';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Shorter than this, compressing costs more than it saves. */
const worthCompressing = 1000;

/** Bytes that are sent again and again, compressed once on the first wish for it. */
export class Sendable {
  #etag: string | undefined;
  readonly #ready = new Map<Encoding, Buffer>();

  /** `quality` of Brotli: 5 for what is made while somebody waits, up to 11 for what is kept for long. */
  constructor(
    body: Buffer,
    private readonly quality: number,
    made: { br?: Buffer | undefined; gzip?: Buffer | undefined } = {},
  ) {
    this.#ready.set('identity', body);
    if (made.br) this.#ready.set('br', made.br);
    if (made.gzip) this.#ready.set('gzip', made.gzip);
  }

  /** Made on the first wish for it. */
  get etag(): string {
    return (this.#etag ??= `W/"${createHash('sha1').update(this.body).digest('base64url')}"`);
  }

  get body(): Buffer {
    return this.#ready.get('identity') as Buffer;
  }

  /** The bytes in this encoding if they have been made. */
  ready(encoding: Encoding): Buffer | undefined {
    return this.#ready.get(encoding);
  }

  async bytes(encoding: Encoding): Promise<Buffer> {
    const known = this.#ready.get(encoding);
    if (known !== undefined) return known;
    const { body } = this;
    const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: this.quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } };
    const made = await (encoding === 'br' ? asBrotli(body, brotli) : asGzip(body));
    this.#ready.set(encoding, made);
    return made;
  }

  /** The encoding to send these bytes in, for a reader who accepts these. */
  encodingFor(acceptEncoding: string | undefined): Encoding {
    return this.body.length < worthCompressing ? 'identity' : bestEncoding(acceptEncoding);
  }
}

function bestEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity';
  if (accepts(acceptEncoding, 'br')) return 'br';
  return accepts(acceptEncoding, 'gzip') ? 'gzip' : 'identity';
}

function accepts(acceptEncoding: string, encoding: string): boolean {
  return acceptEncoding.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((each) => each.trim());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
