import { Text, View } from '@tarojs/components'
import { makeCardWords as words } from '@/locales/shop/paper-card'
import { aria, heading } from '@/platform/a11y/aria'
import { printPage } from '@/platform/device/print'
import { goBack } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { HoldSheet } from '@/ui/drawn-card/hold-sheet'
import { type CardSaveState, useSaveCard } from '@/ui/drawn-card/use-save-card'
import { drawPaperCard } from './drawn-paper-card'
import { PrintedCard } from './printed-card'

const notes: Record<CardSaveState['kind'], string> = {
  still: words.readyText,
  busy: words.readyText,
  hold: words.readyText,
  saved: words.saved,
  failed: words.failed,
}

/** The finished card: to print, or to save as a picture. Its code is on this page only. */
export function FinishedCard({ shopName, code }: { shopName: string; code: string }) {
  const { state, save, close } = useSaveCard()
  return (
    <View className="make-card make-card--ready">
      <View className="make-card__screen">
        <Text className="make-card__title" {...heading(2)}>
          {words.ready}
        </Text>
        <Text {...aria({ role: 'status' })}>{notes[state.kind]}</Text>
      </View>
      <PrintedCard shopName={shopName} code={code} />
      <View className="make-card__screen">
        {printPage && <Button onPress={printPage}>{words.print}</Button>}
        <Button
          kind={printPage ? 'soft' : 'main'}
          busy={state.kind === 'busy' && words.saving}
          onPress={() => void save(() => drawPaperCard(shopName, code), words.file(shopName))}
        >
          {words.save}
        </Button>
        <Button kind="line" onPress={() => goBack()}>
          {words.finished}
        </Button>
      </View>
      {state.kind === 'hold' && <HoldSheet title={words.sheet} src={state.src} onClose={close} />}
    </View>
  )
}
