export { linesOfText as licenceMiniature } from '../../miniature/strokes'
