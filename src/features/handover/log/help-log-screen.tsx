import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { type SharedPart, sharedParts } from '@/domain/shop/help'
import { helpLogWords as words } from '@/locales/shop/help'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Page } from '@/ui/page/page'
import { Heading } from '@/ui/text/heading'
import { PARTS_SEPARATOR } from '../give/give-help'
import { HelpNow } from './help-now'
import { HelpSteps } from './help-steps'
import '../handover.scss'

/** The people who may help in the owner's shop now, asking for help, and the helpers' actions. */
export function HelpLogScreen({ shopId }: { shopId: Id }) {
  return (
    <Page title={words.title}>
      <View className="handover">
        <HelpNow shopId={shopId} />
        <HelpSteps shopId={shopId} />
        <OfferHelp shopId={shopId} />
      </View>
    </Page>
  )
}

/** Chooses the parts of the shop that somebody of a centre may change for an hour, and makes the code for it. */
function OfferHelp({ shopId }: { shopId: Id }) {
  const [chosen, setChosen] = useState<readonly SharedPart[]>([])
  const toggle = (part: SharedPart) =>
    setChosen((known) => (known.includes(part) ? known.filter((one) => one !== part) : [...known, part]))
  const isNone = chosen.length === 0
  return (
    <Card>
      <View className="handover__group">
        <Heading className="handover__strong">{words.ask}</Heading>
        <Text className="handover__note">{words.askText}</Text>
        {sharedParts.map((part) => (
          <Choice
            key={part}
            role="checkbox"
            words={words.parts[part]}
            chosen={chosen.includes(part)}
            onPress={() => toggle(part)}
          />
        ))}
        <Button
          kind="soft"
          disabled={isNone}
          onPress={() => go(urlOf('handOver', { shop: shopId, parts: chosen.join(PARTS_SEPARATOR) }))}
        >
          {isNone ? words.none : words.offer}
        </Button>
      </View>
    </Card>
  )
}
