import { type Fulfilment, fulfilments } from '@/domain/order/fulfilment'
import { fulfilmentNotes, fulfilmentWords } from '@/locales/order/fulfilment'
import { Choice } from '@/ui/choice/choice'
import { fulfilmentIcons } from './fulfilment-icons'

interface FulfilmentChoicesProps {
  chosen: readonly Fulfilment[]
  /** Receives the pressed kind and the choice with it added or removed. */
  onToggle(kind: Fulfilment, toggled: Fulfilment[]): void
}

/** A checkbox row for each fulfilment kind. */
export function FulfilmentChoices({ chosen, onToggle }: FulfilmentChoicesProps) {
  const toggle = (kind: Fulfilment) =>
    onToggle(
      kind,
      fulfilments.filter((one) => chosen.includes(one) !== (one === kind)),
    )
  return (
    <>
      {fulfilments.map((kind) => (
        <Choice
          key={kind}
          role="checkbox"
          icon={fulfilmentIcons[kind]}
          words={fulfilmentWords[kind]}
          note={fulfilmentNotes[kind]}
          chosen={chosen.includes(kind)}
          onPress={() => toggle(kind)}
        />
      ))}
    </>
  )
}
