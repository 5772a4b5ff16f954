import type { FollowAppVisibility } from './lifecycle-types'

export const followAppVisibility: FollowAppVisibility = (onChange) => {
  const notify = () => onChange(document.visibilityState !== 'hidden')
  document.addEventListener('visibilitychange', notify)
  return () => document.removeEventListener('visibilitychange', notify)
}
