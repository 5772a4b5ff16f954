export { linesOfText as openingHoursMiniature } from '../../miniature/strokes'
