import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { RouteReply } from '@/contract/routes'
import { describeFailure } from '@/locales/failure'
import { operatedShopsWords, waitingWords as words } from '@/locales/operator/console'
import { reportReasonWords } from '@/locales/storefront/report'
import { agoWords } from '@/locales/time'
import { newId } from '@/platform/device/new-id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import { BlockSheet } from '../shops/shop-sheets'

type ReportedShop = RouteReply<'GET /api/operator/reports'>['items'][number]
type Report = ReportedShop['reports'][number]

interface OpenReportsProps {
  shops: readonly ReportedShop[]
  onAnswered(): void
  onOpenShop(slug: string): void
}

/** Shops that people have reported, the heaviest first. */
export function OpenReports({ shops, onAnswered, onOpenShop }: OpenReportsProps) {
  if (shops.length === 0) return null
  return (
    <View className="console__group">
      <Heading className="console__title">{words.reports(shops.length)}</Heading>
      {shops.map((shop) => (
        <ReportedShopCard
          key={shop.id}
          shop={shop}
          onAnswered={onAnswered}
          onOpen={() => onOpenShop(shop.slug)}
        />
      ))}
    </View>
  )
}

const lineOf = ({ product, reason, note, reportedAt }: Report): string =>
  [agoWords(reportedAt, serverNow()), reportReasonWords[reason], product, note].filter(Boolean).join(' · ')

interface ReportedShopCardProps {
  shop: ReportedShop
  onAnswered(): void
  onOpen(): void
}

function ReportedShopCard({ shop, onAnswered, onOpen }: ReportedShopCardProps) {
  const [isBlocking, setIsBlocking] = useState(false)
  const { busy, failure, send } = useRequest()
  const answer = async () => {
    const params = { shopId: shop.id }
    const result = await send(() =>
      call('POST /api/operator/shops/:shopId/reports/answered', { params, body: { id: newId() } }),
    )
    if (result?.ok) onAnswered()
  }
  return (
    <Card>
      <View className="console__part">
        <Heading level={3} className="console__title">
          {shop.name}
        </Heading>
        <Text className="console__fact">
          {[words.weight(shop.weight), ...(shop.isBlocked ? [words.blocked] : [])].join(' · ')}
        </Text>
        <View className="console__lines">
          <Texts className="console__text" texts={[...new Set(shop.reports.map(lineOf))]} />
        </View>
        <Alert className="console__error">{failure && describeFailure(failure)}</Alert>
        <View className="console__answers">
          <Button kind="line" size="small" onPress={onOpen}>
            {words.open}
          </Button>
          {!shop.isBlocked && (
            <Button kind="bad" size="small" onPress={() => setIsBlocking(true)}>
              {operatedShopsWords.block}
            </Button>
          )}
          <Button kind="soft" size="small" disabled={Boolean(busy)} onPress={() => void answer()}>
            {words.answered}
          </Button>
        </View>
      </View>
      {isBlocking && (
        <BlockSheet
          shop={shop}
          isBlocking
          onClose={() => setIsBlocking(false)}
          onDone={() => {
            setIsBlocking(false)
            onAnswered()
          }}
        />
      )}
    </Card>
  )
}
