import { idOrNone, settings } from '../../setting-schemas'

export const schema = settings({ productId: idOrNone })
