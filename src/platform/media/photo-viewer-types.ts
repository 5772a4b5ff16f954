import type { ReactNode } from 'react'

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
