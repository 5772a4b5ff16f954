export { linesOfText as deliveryMiniature } from '../../miniature/strokes'
