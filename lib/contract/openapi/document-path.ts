/** `/users/:externalId` becomes `/users/{externalId}`. */
export function documentPath(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}");
}
