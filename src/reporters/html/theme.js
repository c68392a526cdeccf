// The theme: that of the system, until the reader chooses one.

import {one} from './query.js'

const root = document.documentElement
const stored = storedTheme()
if (stored === 'light' || stored === 'dark') root.dataset.theme = stored

function storedTheme() {
  try {
    return localStorage.getItem('articlelint-theme')
  } catch {
    return null
  }
}

function isDark() {
  const {theme} = root.dataset
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

export function addThemeButton() {
  const button = one('#theme')
  button?.setAttribute('aria-pressed', String(isDark()))
  button?.addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark'
    root.dataset.theme = next
    button.setAttribute('aria-pressed', String(next === 'dark'))
    try {
      localStorage.setItem('articlelint-theme', next)
    } catch {
      // A page from a file may have no storage: the choice holds until it is closed.
    }
  })
}
