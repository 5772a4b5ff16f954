import type { ReactNode } from 'react'

export interface PhotoViewer {
  /** Shows the photo at this place large; the others are a swipe away. */
  open(at: number): void
  /** Is drawn where the viewer is part of the page. */
  view: ReactNode
}

export interface PhotoViewerWords {
  close: string
  photo(at: number, of: number): string
}
