import { takeApplications } from './applications'
import { takeAttendance } from './attendance'
import { takeCheckout } from './checkout'
import { takeClaims } from './claims'
import { takeDecorate } from './decorate'
import { takeDeliveryDays } from './delivery-days'
import { takeDemo } from './demo'
import { takeHandover } from './handover'
import { takeHome } from './home'
import { takeLessons } from './lessons'
import { takeMerchant } from './merchant'
import { takeOffline } from './offline'
import { takeOrders } from './orders'
import { takeParcels } from './parcels'
import { takeRefunds } from './refunds'
import { takeSellerDay } from './seller-day'
import { takeStorefronts } from './storefront'
import { takeWizard } from './wizard'

/**
 * All screens in all states; each part starts from the seeded demo data. Screenshots and audits share this list, so a new screen is
 * added once.
 */
export const parts = {
  door: takeHome,
  wizard: takeWizard,
  attendance: takeAttendance,
  shop: takeStorefronts,
  checkout: takeCheckout,
  orders: takeOrders,
  claims: takeClaims,
  parcels: takeParcels,
  applications: takeApplications,
  refunds: takeRefunds,
  merchant: takeMerchant,
  'seller-day': takeSellerDay,
  'delivery-days': takeDeliveryDays,
  decorate: takeDecorate,
  demo: takeDemo,
  offline: takeOffline,
  handover: takeHandover,
  lessons: takeLessons,
} as const

export type Part = keyof typeof parts
