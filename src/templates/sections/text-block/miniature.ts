export { linesOfText as textBlockMiniature } from '../../miniature/strokes'
