import { Text, View } from '@tarojs/components'
import type { RouteReply } from '@/contract/routes'
import { payoutWords as words } from '@/locales/payment/money'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'

type Account = NonNullable<RouteReply<'GET /api/shops/:shopId/payouts'>['account']>

/** The seller's money at WeChat Pay and when it reached their bank account; renders nothing for a seller without an account there. */
export function PayoutsCard({ account }: { account: Account | undefined }) {
  if (!account) return null
  const { available, payouts } = account
  return (
    <Card>
      <View className="money__head">
        <Heading className="money__title">
          {available === undefined ? words.unknown : words.title(available)}
        </Heading>
        <Text className="money__note">{noteOf(account)}</Text>
      </View>
      {payouts.map((payout) => (
        <View key={payout.day} className="money__payout">
          <Text className="money__name">{words.payout(payout.day, payout.amount)}</Text>
          <Text className="money__note">
            {words.states[payout.state](payout.reason, account.isAutomatic)}
          </Text>
        </View>
      ))}
    </Card>
  )
}

function noteOf({ reserve, isAutomatic, isPaused }: Account): string {
  if (isAutomatic) return words.automatic
  return isPaused ? words.paused : words.daily(reserve)
}
