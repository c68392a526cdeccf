import {createSatteri} from 'articlelint:document/satteri'

export async function loadSatteri() {
  const {markdownToMdast} = await import('satteri')
  return createSatteri(markdownToMdast)
}
