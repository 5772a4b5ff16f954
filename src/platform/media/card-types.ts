/** The part of a 2D canvas that cards are drawn with; both targets have it. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'fillRect'
  | 'fillText'
  | 'measureText'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arcTo'
  | 'closePath'
  | 'fill'
  | 'save'
  | 'restore'
  | 'clip'
> & { drawImage(image: unknown, x: number, y: number, width: number, height: number): void }

/** A picture to draw: its own size in px, and the thing `drawImage` takes. */
export interface Drawable {
  width: number
  height: number
  image: unknown
}

export interface CardCanvas {
  pen: Pen
  load(src: string): Promise<Drawable>
  /** The finished card: an address that an Image shows and `saveCard` keeps. */
  finish(): Promise<string>
}
