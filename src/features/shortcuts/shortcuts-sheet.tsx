import { Text, View } from '@tarojs/components'
import { shortcutsWords as words } from '@/locales/shop/shortcuts'
import { useShortcutPreference } from '@/platform/storage/shortcut-preference'
import { Choice } from '@/ui/choice/choice'
import { Sheet } from '@/ui/sheet/sheet'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import './shortcuts-sheet.scss'

/** The keys and what they do, and a switch that turns them off. */
export function ShortcutsSheet({ onClose }: { onClose(): void }) {
  const { isOff, toggle } = useShortcutPreference()
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="shortcuts-sheet">
        {words.groups.map(({ title, keys }) => (
          <View key={title}>
            <Heading level={3} className="shortcuts-sheet__title">
              {title}
            </Heading>
            {keys.map((row) => (
              <View key={row.does} className="shortcuts-sheet__row">
                <View className="shortcuts-sheet__keys">
                  <Texts className="shortcuts-sheet__key" texts={row.keys} />
                </View>
                <Text className="shortcuts-sheet__does">{row.does}</Text>
              </View>
            ))}
          </View>
        ))}
        <Choice role="checkbox" words={words.off} note={words.offNote} chosen={isOff} onPress={toggle} />
      </View>
    </Sheet>
  )
}
