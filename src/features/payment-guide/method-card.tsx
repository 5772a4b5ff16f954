import { Text, View } from '@tarojs/components'
import type { OnlineMethod } from '@/domain/payment'
import {
  type BuyerPlace,
  buyerPlaces,
  type LegalSubject,
  type PaymentGrants,
  type PaymentRight,
  paymentRights,
} from '@/domain/payment-rights'
import { paymentGuideWords as words } from '@/locales/payment-guide'
import { heading } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'

interface MethodCardProps {
  method: OnlineMethod
  subject: LegalSubject
  /** The seller's papers have been sent. */
  isSent: boolean
  grants: PaymentGrants
  /** This server is connected to the service. */
  isConnected: boolean
}

/** The right to a method where a buyer may be, for an order of one fen. */
function rightAt(place: BuyerPlace, { method, subject, grants }: MethodCardProps): PaymentRight | undefined {
  const situation = { subject, grants, place, fulfilment: 'pickup', amount: 1 } as const
  return paymentRights(situation).find((right) => right.method === method)
}

/** The places that say something about a method: where it is on, or the seller can turn it on. */
const shownPlaces: Record<OnlineMethod, readonly BuyerPlace[]> = {
  wechat: buyerPlaces.filter((place) => place !== 'alipay'),
  alipay: ['browser', 'alipay', 'wechat-browser'],
}

/** Whether a seller can be paid by a service, why not and what it needs. */
export function MethodCard(props: MethodCardProps) {
  const { method, isSent, grants, isConnected } = props
  const isGranted = isSent && grants[method] !== undefined
  return (
    <Card>
      <Text className="payment-guide__title" {...heading(2)}>
        {words.methods[method]}
      </Text>
      <Text className={`payment-guide__state ${isGranted && isConnected ? 'payment-guide__state--on' : ''}`}>
        {isGranted && isConnected ? words.on : words.off}
      </Text>
      {!isConnected && <Text className="payment-guide__text">{words.notConnected}</Text>}
      {isGranted ? <Places {...props} /> : <Application {...props} />}
    </Card>
  )
}

function Places(props: MethodCardProps) {
  return (
    <View className="payment-guide__list">
      {shownPlaces[props.method].map((place) => {
        const right = rightAt(place, props)
        if (!right) return null
        const name = words.places[place]
        return (
          <Text key={place} className="payment-guide__text">
            {right.isOn ? words.placeOn(name) : words.placeOff(name, words.why(right.reason, right.remedy))}
          </Text>
        )
      })}
    </View>
  )
}

/** What an application needs, and why the method is off until then. */
function Application(props: MethodCardProps) {
  const { method, subject } = props
  if (subject === 'none') return null
  const right = rightAt('shared-app', props)
  return (
    <View className="payment-guide__list">
      {right && !right.isOn && (
        <Text className="payment-guide__text">{words.why(right.reason, right.remedy)}</Text>
      )}
      <Text className="payment-guide__strong">{words.papers}</Text>
      {words.papersOf[method][subject].map((paper) => (
        <Text key={paper} className="payment-guide__paper">
          {paper}
        </Text>
      ))}
      {method === 'wechat' && <Text className="payment-guide__text">{words.days}</Text>}
    </View>
  )
}
