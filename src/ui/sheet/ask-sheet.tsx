import { Text, View } from '@tarojs/components'
import { Button, type ButtonProps } from '@/ui/button/button'
import { Sheet } from './sheet'

interface AskSheetProps {
  title: string
  text: string
  no: string
  yes: string
  noKind?: 'line' | 'soft'
  /** By default the answer destroys something. */
  yesKind?: 'bad' | 'main'
  busy?: ButtonProps['busy']
  onNo(): void
  onYes(): void
}

/** Asks for confirmation: what happens in one sentence, and two answers. */
export function AskSheet({ noKind = 'line', yesKind = 'bad', busy = false, ...props }: AskSheetProps) {
  return (
    <Sheet title={props.title} onClose={props.onNo}>
      <View className="sheet__ask">
        <Text>{props.text}</Text>
        <Button kind={noKind} onPress={props.onNo}>
          {props.no}
        </Button>
        <Button kind={yesKind} busy={busy} onPress={props.onYes}>
          {props.yes}
        </Button>
      </View>
    </Sheet>
  )
}
