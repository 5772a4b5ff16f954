import { Text, View } from '@tarojs/components'
import { groupBuyPageWords as words } from '@/locales/group-buy/group-buy-page'
import { Button } from '@/ui/button/button'
import { Alert } from '@/ui/text/alert'
import type { EntryDraft } from './use-entry-draft'
import type { Join } from './use-join'

interface GroupFootProps {
  join: Join
  draft: EntryDraft
  /** People can join. */
  isOpen: boolean
  /** Why the last request was refused. */
  refusal: string | undefined
  /** What the buyer took last time. */
  last: Parameters<EntryDraft['fill']>[0] | undefined
  onOpen(): void
}

/** The foot of the page: a request that waits for the network, why one was refused, or the button to join. */
export function GroupFoot({ join, draft, isOpen, refusal, last, onOpen }: GroupFootProps) {
  const isEmpty = draft.lines.length === 0
  if (join.isWaiting)
    return (
      <View className="group-foot">
        <Text className="group-foot__words">{words.waiting}</Text>
        <Button kind="line" onPress={join.withdraw}>
          {words.withdraw}
        </Button>
        <Button onPress={join.retry}>{words.retry}</Button>
      </View>
    )
  if (refusal)
    return (
      <View className="group-foot">
        <Alert className="group-foot__words">{refusal}</Alert>
        <Button kind="soft" onPress={join.dismissFailure}>
          {words.understood}
        </Button>
      </View>
    )
  return (
    <View className="group-foot">
      {last && isEmpty && (
        <Button kind="soft" onPress={() => draft.fill(last)}>
          {words.like}
        </Button>
      )}
      <Button disabled={isEmpty || !isOpen} busy={join.isSending && words.sending} onPress={onOpen}>
        {isEmpty ? words.choose : words.joinFor(draft.totals.total)}
      </Button>
    </View>
  )
}
