import { Text, View } from '@tarojs/components'
import { paperCardLink } from '@/domain/shop/paper-card'
import { printedCardWords, makeCardWords as words } from '@/locales/shop/paper-card'
import { printPage } from '@/platform/device/print'
import { goBack } from '@/platform/navigation/navigate'
import { webOrigin } from '@/platform/network/web-origin'
import { Button } from '@/ui/button/button'
import { HoldSheet } from '@/ui/drawn-card/hold-sheet'
import { type CardSaveState, useSaveCard } from '@/ui/drawn-card/use-save-card'
import { Qr } from '@/ui/qr/qr'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { drawPaperCard } from './drawn-paper-card'
import './printed-card.scss'

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

/** The card as it is printed on A6: the shop's name, the QR code and what to do with it; never the chosen pictures. */
function PrintedCard({ shopName, code }: { shopName: string; code: string }) {
  return (
    <View className="printed-card">
      <View className="printed-card__head">
        <Text>{printedCardWords.title}</Text>
        <Text className="printed-card__name">{shopName}</Text>
      </View>
      <View className="printed-card__body">
        <Qr text={paperCardLink(webOrigin(), code)} label={words.sheet} size={132} />
        <View className="printed-card__words">
          <Text>{printedCardWords.how}</Text>
          <Text className="printed-card__keep">{printedCardWords.keep}</Text>
        </View>
      </View>
    </View>
  )
}
