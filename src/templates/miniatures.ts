import { miniatures } from './generated/miniatures'
import { type Pen, type SectionDrawing, type SectionSettings, textPage } from './miniature/strokes'

/** Draws a section's miniature; an unknown kind is drawn as lines of text. */
export const drawSection = (kind: string, settings: SectionSettings, pen: Pen): SectionDrawing =>
  miniatures[kind]?.(pen, settings) ?? textPage(pen, 2)
