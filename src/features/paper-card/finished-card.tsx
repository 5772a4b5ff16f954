import { View } from '@tarojs/components'
import { makeCardWords as words } from '@/locales/shop/paper-card'
import { printPage } from '@/platform/device/print'
import { goBack } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { HoldSheet } from '@/ui/drawn-card/hold-sheet'
import { type CardSaveState, useSaveCard } from '@/ui/drawn-card/use-save-card'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
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
        <Heading className="make-card__title">{words.ready}</Heading>
        <Status>{notes[state.kind]}</Status>
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
