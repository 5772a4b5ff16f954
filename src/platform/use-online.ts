import { useEffect, useState } from 'react'
import { network } from './network'

/** Whether the phone believes it has a network; repaints when that changes. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    void network.isOnline().then(setOnline)
    return network.onChange(setOnline)
  }, [])
  return online
}
