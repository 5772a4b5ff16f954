export { linesOfText as contactMiniature } from '../../miniature/strokes'
