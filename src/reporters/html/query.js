// Short ways to elements of the page.

/**
 * @param {string} name
 * @returns {HTMLInputElement[]}
 */
export function boxes(name) {
  return /** @type {HTMLInputElement[]} */ (all(`input[name="${name}"]`))
}

/**
 * The ids of the cards of a mark.
 *
 * @param {HTMLElement} mark
 */
export function marks(mark) {
  return (mark.dataset.cards ?? '').split(' ')
}

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {HTMLElement[]}
 */
export function all(selector, within = document) {
  return [...within.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement)
}

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 */
export function one(selector, within = document) {
  return /** @type {HTMLElement | undefined} */ (within.querySelector(selector) ?? undefined)
}
