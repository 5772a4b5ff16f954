import type { ReactNode } from 'react'

/** The subset of the 2D canvas API used to draw cards and to read photos; both targets support it. */
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
  | 'getImageData'
> & { drawImage(image: unknown, x: number, y: number, width: number, height: number): void }

/** A picture to draw: its natural size in px and the argument for `drawImage`. */
export interface Drawable {
  width: number
  height: number
  image: unknown
}

export interface CardCanvas {
  pen: Pen
  load(src: string): Promise<Drawable>
  /** Finishes the card; returns a URL for an Image and for `saveCard`. */
  finish(): Promise<string>
}

export interface PhotoViewer {
  /** Opens the viewer at the photo with this index. */
  open(index: number): void
  /** The viewer's element, if it is rendered by the page. */
  view: ReactNode
}

export interface PhotoViewerWords {
  close: string
  photo(at: number, of: number): string
}
