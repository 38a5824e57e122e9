type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** The array itself, or a larger copy of it that holds at least `length` numbers. */
export function grown<T extends Numbers>(array: T, length: number): T {
  if (length <= array.length) return array;
  const Constructor = array.constructor as new (length: number) => T;
  const larger = new Constructor(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

/** Numbers in one long row to which pieces are added at the end; what is replaced stays behind as waste until reload. */
export class Arena<T extends Uint16Array | Uint32Array> {
  length = 0;
  data: T;

  constructor(data: T) {
    this.data = data;
  }

  /** Returns where the piece begins. */
  append(piece: ArrayLike<number>): number {
    const start = this.length;
    this.data = grown(this.data, start + piece.length);
    this.data.set(piece, start);
    this.length += piece.length;
    return start;
  }

  push(number: number): void {
    this.data = grown(this.data, this.length + 1);
    this.data[this.length++] = number;
  }
}
