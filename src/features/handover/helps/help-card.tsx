import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { CentreHelp } from '@/contract/shop/helps'
import { describeFailure } from '@/locales/failure'
import { helpListWords as words } from '@/locales/shop/help'
import { go } from '@/platform/navigation/navigate'
import { useRequest } from '@/platform/network/use-request'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

interface HelpCardProps {
  help: CentreHelp
  now: number
  /** Its shop is begun in this phone's wizard. */
  isDraft: boolean
  onEnded(): void
}

/** True for a help that opens a shop; others change one for an hour. */
const opensShop = ({ purposes }: CentreHelp): boolean => purposes.includes('open')

function remainingTime(help: CentreHelp, now: number): string {
  const left = Math.max(0, help.expiresAt - now)
  if (!opensShop(help)) return words.hour(Math.ceil(left / MINUTE_MS))
  if (!help.shop) return words.unopened
  return help.shop.hasCard ? words.card : words.left(Math.floor(left / DAY_MS))
}

/** Ending a help, after a confirmation when a shop is removed by it. */
function useEndHelp({ id, centre }: CentreHelp, onEnded: () => void) {
  const [isConfirming, setIsConfirming] = useState(false)
  const { busy, failure, send } = useRequest()
  const params = { centre: centre.code, helpId: id }
  const end = async () => {
    const result = await send(() => call('DELETE /api/centres/:centre/helps/:helpId', { params }))
    if (result) setIsConfirming(false)
    if (result?.ok) onEnded()
  }
  return { isConfirming, setIsConfirming, busy, failure, end: () => void end() }
}

/** One open help: whose shop it is, how long it lasts, and what can be done with it. */
export function HelpCard({ help, now, isDraft, onEnded }: HelpCardProps) {
  const ending = useEndHelp(help, onEnded)
  const { person, helper, shop, shopId, mayAct } = help
  return (
    <Card>
      <View className="handover__group">
        <Heading className="handover__strong">{shop?.name ?? person ?? words.nameless}</Heading>
        <Text className="handover__note">
          {[shop && person, words.by(helper), remainingTime(help, now)].filter(Boolean).join(' · ')}
        </Text>
        <Alert className="handover__failure">{ending.failure && describeFailure(ending.failure)}</Alert>
        <View className="handover__do">
          {mayAct && shop && opensShop(help) && (
            <Button size="small" onPress={() => go(urlOf('handOver', { shop: shopId }))}>
              {words.give}
            </Button>
          )}
          {mayAct && shop && opensShop(help) && (
            <Button size="small" kind="soft" onPress={() => go(urlOf('makeCard', { shop: shopId }))}>
              {words.makeCard}
            </Button>
          )}
          {mayAct && (shop || !opensShop(help)) && (
            <Button size="small" kind="soft" onPress={() => go(urlOf('merchant', { shop: shopId }))}>
              {words.manage}
            </Button>
          )}
          {isDraft && (
            <Button size="small" onPress={() => go(urlOf('open'))}>
              {words.resume}
            </Button>
          )}
          <EndButton help={help} ending={ending} />
        </View>
      </View>
      {ending.isConfirming && (
        <AskSheet
          title={words.ask}
          text={shop ? words.askText : words.askUnopened}
          no={words.no}
          yes={words.yes}
          busy={ending.busy && words.busy}
          onNo={() => ending.setIsConfirming(false)}
          onYes={ending.end}
        />
      )}
    </Card>
  )
}

/** Ends a help at once where nothing is removed by that, else asks first. */
function EndButton({ help, ending }: { help: CentreHelp; ending: ReturnType<typeof useEndHelp> }) {
  const removes = opensShop(help) && !help.shop?.hasCard
  const text = opensShop(help) ? (removes ? words.end : words.endCard) : words.endShared
  return (
    <Button
      size="small"
      kind="line"
      busy={!removes && ending.busy && words.busy}
      onPress={() => (removes ? ending.setIsConfirming(true) : ending.end())}
    >
      {text}
    </Button>
  )
}
