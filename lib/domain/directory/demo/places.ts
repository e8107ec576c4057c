export type Place = {
  city: string;
  state: string;
  postalCode: string;
  latitude: number;
  longitude: number;
  areaCode: string;
};

const place = (
  city: string,
  state: string,
  postalCode: string,
  latitude: number,
  longitude: number,
  areaCode: string,
): Place => ({ city, state, postalCode, latitude, longitude, areaCode });

/** Twenty cities of the United States, each with one of its postal codes. */
export const PLACES: readonly Place[] = [
  place("Denver", "CO", "80203", 39.731, -104.982, "303"),
  place("Boulder", "CO", "80302", 40.018, -105.279, "303"),
  place("Colorado Springs", "CO", "80903", 38.834, -104.821, "719"),
  place("Fort Collins", "CO", "80524", 40.588, -105.074, "970"),
  place("Phoenix", "AZ", "85004", 33.451, -112.069, "602"),
  place("Tucson", "AZ", "85701", 32.217, -110.971, "520"),
  place("Austin", "TX", "78701", 30.271, -97.742, "512"),
  place("San Antonio", "TX", "78205", 29.424, -98.489, "210"),
  place("Dallas", "TX", "75201", 32.787, -96.799, "214"),
  place("Portland", "OR", "97205", 45.521, -122.689, "503"),
  place("Seattle", "WA", "98101", 47.611, -122.334, "206"),
  place("Boise", "ID", "83702", 43.632, -116.205, "208"),
  place("Salt Lake City", "UT", "84101", 40.756, -111.9, "801"),
  place("Albuquerque", "NM", "87102", 35.081, -106.648, "505"),
  place("Minneapolis", "MN", "55401", 44.985, -93.27, "612"),
  place("Madison", "WI", "53703", 43.077, -89.383, "608"),
  place("Columbus", "OH", "43215", 39.967, -83.004, "614"),
  place("Nashville", "TN", "37203", 36.15, -86.791, "615"),
  place("Raleigh", "NC", "27601", 35.774, -78.634, "919"),
  place("Tampa", "FL", "33602", 27.953, -82.457, "813"),
];

export const STREETS = [
  "Alder Street",
  "Birch Avenue",
  "Canyon Road",
  "Fillmore Street",
  "Garden Lane",
  "Juniper Way",
  "Lakeview Drive",
  "Maple Avenue",
  "Orchard Road",
  "Pearl Street",
  "Quarry Hill Road",
  "Sycamore Court",
] as const;
