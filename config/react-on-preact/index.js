// The parts of React that the sources, zustand and Taro's runtime use, made of Preact, which is a fifth of React's size.
// `preact/compat` has many more, and none of them can be left out.
import { Component, createContext, createElement, createRef, Fragment, render } from 'preact'
import {
  useCallback,
  useContext,
  useDebugValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'preact/hooks'

export {
  Component,
  createContext,
  createElement,
  createRef,
  Fragment,
  // only servers suspend: phones load a section before they draw it
  Fragment as Suspense,
  useCallback,
  useContext,
  useDebugValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
}

const differ = (before, after) =>
  Object.keys(before).some((name) => !(name in after)) ||
  Object.keys(after).some((name) => before[name] !== after[name])

/** Renders a component again only when a property changes. */
export function memo(component) {
  const shouldUpdate = function (next) {
    return differ(this.props, next)
  }
  return function (props) {
    this.shouldComponentUpdate = shouldUpdate
    return createElement(component, props)
  }
}

const hasChanged = (store) => !Object.is(store.value, store.getSnapshot())

export function useSyncExternalStore(subscribe, getSnapshot) {
  const value = getSnapshot()
  const [{ store }, renderAgain] = useState({ store: { value, getSnapshot } })
  useLayoutEffect(() => {
    Object.assign(store, { value, getSnapshot })
    if (hasChanged(store)) renderAgain({ store })
  }, [store, value, getSnapshot])
  useEffect(() => {
    const renderIfChanged = () => {
      if (hasChanged(store)) renderAgain({ store })
    }
    // it may have changed before this effect
    renderIfChanged()
    return subscribe(renderIfChanged)
  }, [store, subscribe])
  return value
}

/** For zustand and Taro's runtime, which import all of React or of React DOM. */
export default {
  render,
  unstable_batchedUpdates: (update) => update(),
  useCallback,
  useDebugValue,
  useSyncExternalStore,
}
