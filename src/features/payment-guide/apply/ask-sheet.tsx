import { Text, View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import './apply.scss'

interface AskSheetProps {
  words: { title: string; text: string; yes: string; no: string }
  /** The answer destroys something. */
  isBad?: boolean
  onYes(): void
  onNo(): void
}

/** Asks for confirmation: what happens in one sentence, and two answers. */
export function AskSheet({ words, isBad = false, onYes, onNo }: AskSheetProps) {
  return (
    <Sheet title={words.title} onClose={onNo}>
      <View className="apply__sheet">
        <Text>{words.text}</Text>
        <Button kind={isBad ? 'bad' : 'main'} onPress={onYes}>
          {words.yes}
        </Button>
        <Button kind="line" onPress={onNo}>
          {words.no}
        </Button>
      </View>
    </Sheet>
  )
}
