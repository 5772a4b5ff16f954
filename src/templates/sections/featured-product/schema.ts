import { idOrNone, settings } from '../../settings-schema'

export const schema = settings({ productId: idOrNone })
