import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import type { OnlineMethod } from '@/domain/payment/payment'
import {
  type BuyerPlace,
  buyerPlaces,
  type LegalSubject,
  type PaymentRight,
  paymentRights,
} from '@/domain/payment/payment-rights'
import { paymentGuideWords as words } from '@/locales/payment/payment-guide'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import { ApplicationStatus, ApplyAgainButton } from './application-status'
import { StoredDraft } from './apply/stored-draft'
import type { SubjectOutcome } from './subject-questions'
import type { PaymentRightsReply } from './use-payment-rights'

interface MethodCardProps {
  shopId: Id
  method: OnlineMethod
  rights: PaymentRightsReply
  /** The seller's legal subject; absent until she has answered the questions. */
  outcome: SubjectOutcome | undefined
}

/** The right to a method where a buyer may be, for an order of one fen. */
function rightAt(
  place: BuyerPlace,
  method: OnlineMethod,
  subject: LegalSubject,
  { grants }: PaymentRightsReply,
): PaymentRight | undefined {
  const situation = { subject, grants, place, fulfilment: 'pickup', amount: 1 } as const
  return paymentRights(situation).find((right) => right.method === method)
}

/** The places that say something about a method: where it is on, or the seller can turn it on. */
const shownPlaces: Record<OnlineMethod, readonly BuyerPlace[]> = {
  wechat: buyerPlaces.filter((place) => place !== 'alipay'),
  alipay: ['browser', 'computer', 'alipay', 'wechat-browser'],
}

/** A payment service: if a seller can be paid by it, why not, and what it needs. */
export function MethodCard({ shopId, method, rights, outcome }: MethodCardProps) {
  const isConnected = rights.connected.includes(method)
  const isGranted = rights.subject !== 'none' && rights.grants[method] !== undefined
  const application = method === 'wechat' && !isGranted ? rights.application : undefined
  return (
    <Card>
      <Heading className="payment-guide__title">{words.methods[method]}</Heading>
      <Text className={`payment-guide__state ${isGranted && isConnected ? 'payment-guide__state--on' : ''}`}>
        {isGranted && isConnected ? words.on : words.off}
      </Text>
      {!isConnected && <Text className="payment-guide__text">{words.notConnected}</Text>}
      {isGranted && <Places method={method} rights={rights} />}
      {application && <ApplicationStatus application={application} />}
      {application && rights.canApply && <ApplyAgainButton shopId={shopId} application={application} />}
      {!isGranted && !application && (
        <Requirements shopId={shopId} method={method} rights={rights} outcome={outcome} />
      )}
      {method === 'wechat' && <StoredDraft shopId={shopId} />}
    </Card>
  )
}

/** False for a mini-program that the seller does not have. */
const concerns = (right: PaymentRight, place: BuyerPlace, { grants }: PaymentRightsReply): boolean =>
  place === 'own-app' ? grants.wechat === 'partner' : right.isOn || right.reason !== 'other-role'

function Places({ method, rights }: Pick<MethodCardProps, 'method' | 'rights'>) {
  return (
    <View className="payment-guide__list">
      {shownPlaces[method].map((place) => {
        const right = rightAt(place, method, rights.subject, rights)
        if (!right || !concerns(right, place, rights)) return null
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

/** The papers that an application needs, why the method is off until then, and for WeChat Pay the way to the form. */
function Requirements({ shopId, method, rights, outcome }: MethodCardProps) {
  if (!outcome) return <Text className="payment-guide__text">{words.answerFirst}</Text>
  if (outcome === 'reseller')
    return <Text className="payment-guide__text">{words.why('no-licence', 'get-licence')}</Text>
  const right = rightAt('shared-app', method, outcome, rights)
  const canApply = method === 'wechat' && rights.canApply
  return (
    <View className="payment-guide__list">
      {right && !right.isOn && (
        <Text className="payment-guide__text">
          {canApply ? words.toApply : words.why(right.reason, right.remedy)}
        </Text>
      )}
      <Text className="payment-guide__strong">{words.papers}</Text>
      <Texts className="payment-guide__paper" texts={words.papersOf[method][outcome]} />
      {method === 'wechat' && <Text className="payment-guide__text">{words.days}</Text>}
      {canApply && (
        <View className="payment-guide__action">
          <Button onPress={() => go(urlOf('apply', { shop: shopId, subject: outcome }))}>
            {words.apply}
          </Button>
        </View>
      )}
    </View>
  )
}
