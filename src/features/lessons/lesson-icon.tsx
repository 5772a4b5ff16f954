import { View } from '@tarojs/components'
import type { LearnerState } from '@/domain/lesson/lesson'
import { aria } from '@/platform/a11y/aria'
import { Icon, type IconName } from '@/ui/icon/icon'
import './lesson-icon.scss'

/** The icons of states that are marked by a color, too. Who works has none. */
const icons: Record<Exclude<LearnerState, 'hand' | 'working'>, IconName> = {
  opened: 'check',
  still: 'clock',
  away: 'offline',
}

/** The icon of a learner's state, or of a paused lesson. */
export function LessonIcon({ name }: { name: LearnerState | 'pause' }) {
  if (name === 'working') return null
  if (name === 'hand' || name === 'pause')
    return <View className={`icon lesson-icon--${name}`} {...aria({ hidden: true })} />
  return <Icon name={icons[name]} />
}
