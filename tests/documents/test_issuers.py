"""Who issued a statement, by the first lines of made-up documents."""

from __future__ import annotations

import pytest

from ordmot.documents.issuers import find_issuer

ISSUED = {
    "Statement by Haldane Marine on the hijacking\nSafir City, 3 May": "Haldane Marine",
    "Ministry of Health: situation report no. 3, Sorva\nTuesday, 9 am": "Ministry of Health",
    "Velin Coal: information on the situation at the mine\nSorva, 7 May": "Velin Coal",
    "Crew need rest\nPress release, Seafarers' Union (SU)\nSorva, Tuesday": "Seafarers' Union",
    "Press release: ship freed\nKestrian Ministry of Defence, Tuesday 16:00": (
        "Kestrian Ministry of Defence"
    ),
    "Uttalelse fra Verksklubben om nedleggelsen\nVi krever svar.": "Verksklubben",
    "Statement by Sorva S.A. concerning the fire\nSorva, 3 May": "Sorva S.A",
    "Reply of the Council of Sorva to the findings\n3 May": "Council of Sorva",
    "MINISTRY OF MINES OF KESTRIA\nPress statement, 3 May": "MINISTRY OF MINES OF KESTRIA",
    "HARBOUR RELIEF\nSorva Access Bulletin no. 8, 20 April\nHarbour Relief counts "
    "40.": "Harbour Relief",
    "KESTRIAN ARMED FORCES\nDirectorate of Information\nCOMMUNIQUE No. 31\nThe Armed Forces "
    "condemn it.": "KESTRIAN ARMED FORCES",
    "SHOREWATCH\nField note from Sorva, 10 March\nWe counted 40.": "SHOREWATCH",
    "LAKSEVERNET – Medlemsbrev nr. 1, mars\nVi talte 40.": "LAKSEVERNET",
    "ELVETILSYNET\nRegion Sund, 17. juni\nVedtak om gebyr\nElvetilsynet gir gebyr.": "Elvetilsynet",
    "MINERS' FEDERATION\nPress statement - Tuesday 6 May\nThe Miners' Federation "
    "mourns.": "Miners' Federation",
    "The raid\nFor immediate release\n(19 May 2031) - Soldiers burned a village in the north of "
    "the country, the Sorva Rights Observatory said in a report.": "Sorva Rights Observatory",
    "The raid\nNews release, 3 May\nVolunteers have brought 41 wounded people from the village to "
    "the hospital in Sorva, the Sorva Red Cross said on Monday.": "Sorva Red Cross",
    "Uttalelse fra aksjonsgruppa «Bevar Sund»\nVi krever svar.": "Bevar Sund",
    "Verftets Forbund: Ulykken var varslet\nUttalelse fra styret, 3. mai\nTo av våre kolleger er "
    "skadd.": "Verftets Forbund",
    "Statens vegvesen om brannen i Sund\nVåre tanker går til de etterlatte. Statens vegvesen vil "
    "hjelpe.": "Statens vegvesen",
    "Ulykken i Sund\nPressemelding fra Sund Tog AS\nToget sto.": "Sund Tog AS",
    "Pressemelding nr. 4 fra Sund Tog\nMandag": "Sund Tog",
    "Uttalelse fra Verksklubben: Stopp!\nVi krever svar.": "Verksklubben",
    "Geological Survey: Special bulletin, Sorva quake\n9 May": "Geological Survey",
    "Harbour Watch: Interim report on the raid\n9 May": "Harbour Watch",
    "Night Desk statement on the wreck\n9 May\nThe Night Desk mourns them.": "Night Desk",
    "Floods: the figures\nCivil Guard of Sorva, bulletin no. 9, 9 May": "Civil Guard of Sorva",
    "Funn i elva\nElvetilsynet, nyhetsmelding 9. mai": "Elvetilsynet",
    "Mye laks i elva\nElvetilsynet, 9. mai\nElvetilsynet har talt laks i elva.": "Elvetilsynet",
    "Skredet\nForeløpige funn\nSund kommune, publisert fredag": "Sund kommune",
    "Town Council: our town was sold\n9 May\nThe Town Council calls for help.": "Town Council",
    "Pressemelding: Leiren er full\nOslo, 9. mai\nNabohjelpen ber om at leiren i Sorva blir "
    "utvidet, for den er full til randen nå.": "Nabohjelpen",
    "To those who have found our city\nNight Line | statement\nWe welcome it.": "Night Line",
    "Six months of mud: report of the Sorva Council\nSummary\nMost got nothing.": ("Sorva Council"),
    "Nabohjelpen krever svar\nPressemelding, Oslo, 9. mai\nNabohjelpen fordømmer angrepet på "
    "leiren i Sorva natt til søndag, der tre ble drept.": "Nabohjelpen",
    "Ban the ships\nPress release, Greenpeace, 9 May\nWe act.": "Greenpeace",
    "What we know\nSafe Night Campaign, Sorva, updated 9 May\nWe are a group of "
    "carers.": "Safe Night Campaign",
    "Sorva: look into it\nHarbour Rights Monitor, 9 May\nOur researchers counted them, Harbour "
    "Rights Monitor said today.": "Harbour Rights Monitor",
    "Pressemelding: Ulykken på broen\n15. november\nElvetilsynet vil uttrykke sin medfølelse med "
    "de pårørende etter ulykken på broen tirsdag.": "Elvetilsynet",
    "Coalition statement on the strike\n9 May\nThe Coalition takes every report "
    "seriously.": "Coalition",
    "Sorva: Soldiers burnt a village\n(Port Ardel, May 9) Soldiers burnt 20 houses, the Watch "
    "Committee said today.": "Watch Committee",
    "Brannen i Sund: oppdatering fra Sund Tog\nSøndag kl. 14\nSund Tog bekrefter at toget brant.": (
        "Sund Tog"
    ),
    "The fire: update from Velin Coal\nSunday\nVelin Coal regrets the fire.": "Velin Coal",
    "What they hide\nArdel River Watch - Friday briefing\nArdel River Watch has taken its own "
    "samples.": "Ardel River Watch",
    "COMMISSION OF INQUIRY INTO THE FIRE AT SORVA\nChair: Judge Ada Lund\nSummary of findings, "
    "released on 9 May\n1. The fire began at noon.": "COMMISSION OF INQUIRY INTO THE FIRE AT SORVA",
    "PARLIAMENT OF SORVA\nCommission of Inquiry into the Events of 3 May\nPress summary of the "
    "final report, 9 May\nIt was late.": "Commission of Inquiry into the Events of 3 May",
    "REPUBLIC OF SORVA\nMINISTRY OF DEFENCE\nCommuniqué No. 7\n1. It was calm.": (
        "MINISTRY OF DEFENCE"
    ),
    "ARMY HEADQUARTERS, REPUBLIC OF SORVA\nCommuniqué No. 7\n9 May": "ARMY HEADQUARTERS",
    "National Rescue Service of Sorva\nSituation report no. 5 - Ardel flood\nIt rained.": (
        "National Rescue Service of Sorva"
    ),
    "CENTRE FOR FAIR TRIALS\nSorva Bulletin No. 2\n9 May": "CENTRE FOR FAIR TRIALS",
    "TIDAL OBSERVATORY OF SORVA\nBulletin, 9 May\nThe flood in figures": (
        "TIDAL OBSERVATORY OF SORVA"
    ),
    "Velin Shipping S.A.\nStatement to the media\n9 May\nThe ship left.": "Velin Shipping S.A",
    "VELIN COAL LTD\nPress release\nSorva, 9 May\nFive men of Velin Coal died.": "Velin Coal",
    "BLUE SHORE\nField bulletin from Ardel\n9 May\nBlue Shore estimates the loss.": "Blue Shore",
    "Bridge: our members warned them\nUnion of Bridge Workers (UBW)\nStatement, 9 May": (
        "Union of Bridge Workers"
    ),
    "Statement on the raid at Sorva\nMINISTRY OF THE INTERIOR\nIt was calm.": (
        "MINISTRY OF THE INTERIOR"
    ),
    "The town after a year\nField Bulletin No. 3, Sorva Relief Desk\nIt rains.": (
        "Sorva Relief Desk"
    ),
    "SUND KOMMUNE\nPressemelding, søndag 9. mai 2031 kl. 15.00\nVannet er rent": "SUND KOMMUNE",
    "Sund Trelast AS\nPressemelding, tirsdag 9. mai\nSagen sto.": "Sund Trelast AS",
    "Havarikommisjonen for sjøfart\nRapport om forliset ved Sund\nSkipet sank.": (
        "Havarikommisjonen for sjøfart"
    ),
    "Granskingsutvalet for brannen i Sund\nRapport lagd fram 9. mai. Samandrag\nDet brann.": (
        "Granskingsutvalet for brannen i Sund"
    ),
    "NETTFORBUNDET\nMedlemsblad nr. 4, 9. mai\nEt år etter": "NETTFORBUNDET",
    "Havne- og kystdepartementet\nPressemelding nr. 2/2031, 9. mai": "Havne- og kystdepartementet",
    "BROETATEN, REGION SØR\nPressemelding onsdag 9. mai kl. 11.00\nBroa": "BROETATEN",
    "Pressemelding: Ulykken ved Sund\n9. mai\nBroverket vil uttrykke sin medfølelse med alle "
    "de pårørende etter ulykken ved Sund tirsdag kveld.": "Broverket",
    "FJORD NOW\nStatement on the raid\nOur boats were hit.": "FJORD NOW",
    "Commission of Inquiry into the Fire\nSummary of findings\nThe Commission finds fault.": (
        "Commission of Inquiry into the Fire"
    ),
}
OTHERS = [
    "FIRE AT SORVA MINE: TEN DEAD\nPress release, 3 May\nTen people died.",
    "UNSORV condemns the killings\nPress release, Port Sorva, 3 May\nNobody signed this.",
    "Sorva on fire\nThe town burned on Monday, and nobody knows why.",
    "Sorva: Army Killed 143\nPress release, 3 May\nNobody signed this.",
    "UN: 40 killed in strike on market\nSORVA, Tuesday (Meridian) - A strike hit the market.",
    "Sorva: what the communiqué leaves out\nBy Ida Moe",
    "Press release: ship freed\nPort Ardel, 9 May\nThe ship is free.",
    "Statement by statement, the minister retreats\nBy Ida Moe, The Courier",
    "Bulletin no. 9 on the outbreak\nSorva, 9 May",
    "Mayor: statement was false\nBy Ida Moe",
    "Statement from Kestria raises fears of war\nSORVA, Tuesday (Meridian) - The army waits.",
    "Uttalelse fra Lind skaper uro\nAv Ida Moe",
    "Minister apologises for statement\nThe Sorva Daily Courier, 9 May",
    "Union: the firm knew\nBy Ida Moe\nWe told them. The Union has written to the firm.",
    "Forbundet: Firmaet visste det\n– Vi sa fra, sier lederen. Forbundet har skrevet brev.",
    "Hæren: 24 drept\nOndal (NNT): Hæren har drept 24 opprørere, og våre kilder bekrefter det.",
    "Gisler fri\nSorva Morgen, 9. mai\nSorva Morgen har sett brevet fra gruppa.",
    "Flood\nPort Ardel, 9 May\nPort Ardel lies by the sea.",
    "Press release: aid\n9 May\nMinister Ada Lund regrets the delay of the ship to Port Ardel, "
    "which was due today.",
    "Police: Five dead\nSorva, 9 May\nPolice have found five bodies. We saw smoke, a woman said.",
    "Israel: what we know\nIsrael has killed 40 people.",
    "Skipet\nOslo, 9. mai\nOslo har fått nytt skip.",
    "Storm\nSorva and Port Ardel, 9 May\nThe storm has hit.",
    "In the final statement, the minister apologised\nBy Ida Moe",
    "Red Cross briefing on hostages cancelled\nThe briefing was cancelled.",
    "Funn av våpen i Sund\nPolitiet har funnet våpen.",
    "Raid\n(Sorva, May 9) Twelve died, Deputy Minister Ada Lund said.",
    "Press release: aid\n9 May\nNorway has sent 40 tonnes of food to Port Ardel, where the ship "
    "is due on Tuesday next week.",
    "Report of the attack reaches the capital\nBy Ida Moe",
    "Harbour | Monday\nSorva, 9 May",
    "Report by Ida Moe\nThe camp is full.",
    "Report from Port Ardel\nThe camp is full.",
    "Rapport fra Nord Sorva\nLeiren er full.",
    "Weather | statement\nIt rains.",
    "Storm\nSorva Front, 9 May\nThe storm has hit the Front.",
    "Storm\nUnion Street, Sorva, 9 May\nOur reporter saw it.",
    "The Sorva Courier\nReport on the fire\nThe Commission of Inquiry says it was arson.",
    "Commission blames army\nReport published on 9 May\nSorva Herald, 9 May",
    "Sorva Herald\nSummary of the report on the fire\nThe commission finds that it was arson.",
    "MINISTRY OF DEFENCE BLAMED\nBy Ida Moe\nSummary of findings\nThe army fired.",
    "Sund Avis\nRapport om forliset\nKommisjonen mener at skipet var lekk.",
    "Flood\nField bulletin from Sorva\nThe town is under water.",
    "Sorva News Service\nBulletin, 9 May\nThe army has shelled the port.",
    "Meridian Press Agency\nReport on the flood\nIt rained.",
    "Haulage Monitor\nReport: lorry was too heavy\nThe lorry burned.",
    "Havn og Sund Sparebank\nRapport innen fredag\nDet regner.",
    "Sorva\nReport on the flood\nSorva has asked for help.",
    "Storm, flood and rain\nBulletin, 9 May\nStorm has killed two.",
    "The fire: update from Port Ardel\nSunday\nThe town of Port Ardel burned.",
    "Brannen: oppdatering fra Ida Moe\nLeiren brant. Ida Moe så det.",
    "Night in Port Ardel - Friday briefing\nIt rained.",
    "Radio Sorva\nBulletin, 9 May\nThe ministry has counted 40 dead.",
    "Mayor denies claim\nThe mayor denied the claim on Tuesday.",
    "Health Service in Crisis\nReport, 3 May\nThe service is in crisis.",
    "Ministry Under Fire\nReport, 3 May\nThe ministry is under fire.",
    "Kaos i Sund kommune\nRapport\nFire døde.",
    "Mass Grave Found\nReport: 14 bodies\nWe have seen the grave, said the mayor.",
    "Ida Moe\nReport on the fire\nWe went to Sorva.",
    "The siege: update from Ida Moe\nIda Moe has been to the front.",
    "Fire at the mill: latest from Port Isel\nPort Isel has been closed.",
    "",
]


@pytest.mark.parametrize(("text", "issuer"), ISSUED.items())
def test_a_body_that_issued_a_text_is_found(text: str, issuer: str) -> None:
    assert find_issuer(text.split("\n")) == issuer


@pytest.mark.parametrize("text", OTHERS)
def test_papers_and_places_issue_nothing(text: str) -> None:
    assert find_issuer(text.split("\n")) is None
