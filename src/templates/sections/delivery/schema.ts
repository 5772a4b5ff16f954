import { settings, shortText } from '../../settings-schema'
import { type DeliverySettings, deliveryDefaults } from './settings'

export const kind = 'delivery'
export const defaults: DeliverySettings = deliveryDefaults
export const schema = settings({ title: shortText })
