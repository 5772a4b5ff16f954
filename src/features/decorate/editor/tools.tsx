import { Text, View } from '@tarojs/components'
import { decorateWords as words } from '@/locales/look/decorate'
import { pressable } from '@/platform/a11y/aria'
import { Icon, type IconName } from '@/ui/icon/icon'
import { type Design, isFull } from '../model/design'

export type Tool = 'template' | 'color' | 'add' | 'history'

const tools: readonly { name: Tool; icon: IconName }[] = [
  { name: 'template', icon: 'store' },
  { name: 'color', icon: 'picture' },
  { name: 'add', icon: 'plus' },
  { name: 'history', icon: 'clock' },
]

/** The tools that change the look as a whole. */
export function Tools({ design, onOpen }: { design: Design; onOpen(tool: Tool): void }) {
  const full = isFull(design)
  return (
    <>
      <View className="tools">
        {tools.map(({ name, icon }) => {
          const off = name === 'add' && full
          return (
            <View
              key={name}
              className={`tools__one ${off ? 'tools__one--off' : ''}`}
              {...pressable(words.tools[name], () => onOpen(name), { disabled: off })}
            >
              <Icon name={icon} size={22} />
              <Text>{words.tools[name]}</Text>
            </View>
          )
        })}
      </View>
      {full && <Text className="decorate-form__hint">{words.full}</Text>}
    </>
  )
}
