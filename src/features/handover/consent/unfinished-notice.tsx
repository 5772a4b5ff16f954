import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { helpConsentWords } from '@/locales/shop/help'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { Sheet } from '@/ui/sheet/sheet'

const words = helpConsentWords.unfinished

interface UnfinishedNoticeProps {
  /** The person for whom the shop was begun; `undefined` for a shop of one's own. */
  person: string | undefined
  onResume(): void
  onDiscard(): void
}

/** Says that another shop was begun on this phone: it is finished first, or discarded after a confirmation. */
export function UnfinishedNotice({ person, onResume, onDiscard }: UnfinishedNoticeProps) {
  const [isConfirming, setIsConfirming] = useState(false)
  return (
    <>
      <Notice icon="store" title={words.title(person)} text={words.text}>
        <Button onPress={onResume}>{words.go}</Button>
        <Button kind="line" onPress={() => setIsConfirming(true)}>
          {words.drop}
        </Button>
      </Notice>
      {isConfirming && (
        <Sheet title={words.ask} onClose={() => setIsConfirming(false)}>
          <View className="handover__group">
            <Text>{words.askText}</Text>
            <Button kind="soft" onPress={() => setIsConfirming(false)}>
              {words.keep}
            </Button>
            <Button kind="bad" onPress={onDiscard}>
              {words.yes}
            </Button>
          </View>
        </Sheet>
      )}
    </>
  )
}
