export function countryReader(languages: string | undefined): (country: string) => string;
