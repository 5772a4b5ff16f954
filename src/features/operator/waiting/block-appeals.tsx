import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { RouteReply } from '@/contract/routes'
import { operatedShopsWords, waitingWords as words } from '@/locales/operator/console'
import { agoWords } from '@/locales/time'
import { newId } from '@/platform/device/new-id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import { ReasonSheet } from '../reason-sheet'
import { BlockSheet } from '../shops/shop-sheets'

type BlockAppeal = RouteReply<'GET /api/operator/appeals'>['items'][number]

interface BlockAppealsProps {
  appeals: readonly BlockAppeal[]
  onAnswered(): void
  onOpenShop(slug: string): void
}

/** Blocked shops whose owners disagree, the first to do so first. */
export function BlockAppeals({ appeals, onAnswered, onOpenShop }: BlockAppealsProps) {
  if (appeals.length === 0) return null
  return (
    <View className="console__group">
      <Heading className="console__title">{words.appeals(appeals.length)}</Heading>
      {appeals.map((appeal) => (
        <BlockAppealCard
          key={appeal.id}
          appeal={appeal}
          onAnswered={onAnswered}
          onOpen={() => onOpenShop(appeal.slug)}
        />
      ))}
    </View>
  )
}

const factsOf = ({ blockedAt, reason, ownerReason, answered }: BlockAppeal): string[] => [
  operatedShopsWords.blocked(agoWords(blockedAt, serverNow())),
  ...(reason === undefined ? [] : [operatedShopsWords.reason(reason)]),
  ...(ownerReason === undefined ? [] : [operatedShopsWords.told(ownerReason)]),
  ...(answered === undefined ? [] : [words.answeredBefore(answered)]),
]

interface BlockAppealCardProps {
  appeal: BlockAppeal
  onAnswered(): void
  onOpen(): void
}

function BlockAppealCard({ appeal, onAnswered, onOpen }: BlockAppealCardProps) {
  const [answer, setAnswer] = useState<'unblock' | 'keep'>()
  const close = () => setAnswer(undefined)
  const finish = () => {
    close()
    onAnswered()
  }
  return (
    <Card>
      <View className="console__part">
        <Heading level={3} className="console__title">
          {appeal.name}
        </Heading>
        <Text className="console__text">{appeal.note}</Text>
        <View className="console__lines">
          <Texts className="console__fact" texts={factsOf(appeal)} />
        </View>
        <View className="console__answers">
          <Button kind="line" size="small" onPress={onOpen}>
            {words.open}
          </Button>
          <Button kind="bad" size="small" onPress={() => setAnswer('keep')}>
            {words.keep}
          </Button>
          <Button kind="soft" size="small" onPress={() => setAnswer('unblock')}>
            {words.unblock}
          </Button>
        </View>
      </View>
      {answer === 'unblock' && (
        <BlockSheet shop={appeal} isBlocking={false} onClose={close} onDone={finish} />
      )}
      {answer === 'keep' && <KeepSheet appeal={appeal} onClose={close} onDone={finish} />}
    </Card>
  )
}

interface KeepSheetProps {
  appeal: BlockAppeal
  onClose(): void
  onDone(): void
}

/** Tells the owner of a shop why it stays blocked, which answers the appeal. */
function KeepSheet({ appeal, onClose, onDone }: KeepSheetProps) {
  const [messageId] = useState(newId)
  const { title, message, ...sheet } = words.keepSheet
  return (
    <ReasonSheet
      {...sheet}
      title={title(appeal.name)}
      labels={{ reason: message }}
      onClose={onClose}
      onSend={({ reason: text }) =>
        call('PUT /api/operator/shops/:shopId/messages/:messageId', {
          params: { shopId: appeal.id, messageId },
          body: { text, answersAppeal: true },
        })
      }
      onSent={onDone}
    />
  )
}
