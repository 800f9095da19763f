/*
 * Street corners of Chicago: address, neighbourhood, latitude, longitude, all on streets of the map
 * that the product brings along, numbered as Chicago numbers its grid (800 to the mile from State
 * and Madison). Streets and neighbourhoods: © OpenStreetMap contributors, ODbL.
 */
const table = `
4974 S Archer Ave|Archer Heights|41.80467|-87.71961
3954 S Pulaski Rd|Archer Heights|41.82315|-87.72404
5148 S Archer Ave|Archer Heights|41.80153|-87.72484
4300 S Pulaski Rd|Archer Heights|41.81688|-87.72390
2792 S Michigan Ave|Armour Square|41.84357|-87.62361
3234 S La Salle St|Armour Square|41.83617|-87.62996
578 W 31st St|Armour Square|41.83810|-87.64182
3031 S State St|Armour Square|41.83972|-87.62662
3598 N Kimball Ave|Avondale|41.94718|-87.71272
3500 W Belmont Ave|Avondale|41.93929|-87.71274
3256 N Milwaukee Ave|Avondale|41.94099|-87.72693
2890 N Central Park Ave|Avondale|41.93436|-87.71726
4662 S Racine Ave|Back of the Yards|41.81032|-87.65523
1133 W 51st St|Back of the Yards|41.80145|-87.65530
5414 S Damen Ave|Back of the Yards|41.79673|-87.67437
1740 W 47th St|Back of the Yards|41.80856|-87.67004
2954 S Archer Ave|Bridgeport|41.84095|-87.65937
2756 S Ashland Ave|Bridgeport|41.84413|-87.66584
2730 S Archer Ave|Bridgeport|41.84457|-87.65191
2751 S Halsted St|Bridgeport|41.84423|-87.64642
3284 S Halsted St|Bridgeport|41.83527|-87.64620
2535 W Pershing Rd|Brighton Park|41.82289|-87.68934
4769 S California Ave|Brighton Park|41.80839|-87.69420
4492 S Western Blvd|Brighton Park|41.81340|-87.68401
3437 W Pershing Rd|Brighton Park|41.82251|-87.71121
145 E 35th St|Bronzeville|41.83103|-87.62428
3826 S Wentworth Ave|Bronzeville|41.82546|-87.63136
3547 S Wentworth Ave|Bronzeville|41.83052|-87.63150
3786 S Indiana Ave|Bronzeville|41.82618|-87.62165
4122 N Broadway|Buena Park|41.95666|-87.65186
1124 W Montrose Ave|Buena Park|41.96177|-87.65509
3970 N Clark St|Buena Park|41.95391|-87.66188
750 W Montrose Ave|Buena Park|41.96202|-87.64601
695 W 47th St|Canaryville|41.80891|-87.64467
3885 S Halsted St|Canaryville|41.82440|-87.64593
371 W 43rd St|Canaryville|41.81633|-87.63681
4995 S Wells St|Canaryville|41.80430|-87.63243
3317 W 63rd St|Chicago Lawn|41.77889|-87.70831
6355 S Western Ave|Chicago Lawn|41.77969|-87.68366
2896 W 63rd St|Chicago Lawn|41.77904|-87.69808
6068 S California Ave|Chicago Lawn|41.78488|-87.69357
2594 S State St|Chinatown|41.84674|-87.62679
335 E Cermak Rd|Chinatown|41.85280|-87.61967
78 W Cermak Rd|Chinatown|41.85280|-87.62970
2524 S Wentworth Ave|Chinatown|41.84787|-87.63195
492 W Cermak Rd|Chinatown|41.85275|-87.63973
486 E 35th St|Douglas|41.83123|-87.61599
257 E 31st St|Douglas|41.83836|-87.62155
802 E 31st St|Douglas|41.83860|-87.60832
3298 S Michigan Ave|Douglas|41.83502|-87.62335
2825 W Jackson Blvd|East Garfield Park|41.87744|-87.69636
124 S Sacramento Blvd|East Garfield Park|41.88056|-87.70119
2584 W Jackson Blvd|East Garfield Park|41.87751|-87.69051
2845 W Warren Blvd|East Garfield Park|41.88199|-87.69684
280 W 59th St|Englewood|41.78719|-87.63459
6446 S Wentworth Ave|Englewood|41.77803|-87.63010
706 W 59th St|Englewood|41.78705|-87.64494
6327 S Halsted St|Englewood|41.78020|-87.64486
4323 S La Salle St|Fuller Park|41.81646|-87.62944
91 W 47th St|Fuller Park|41.80915|-87.63000
482 W Pershing Rd|Fuller Park|41.82354|-87.63950
3539 W 55th St|Gage Park|41.79335|-87.71371
4908 S Kedzie Ave|Gage Park|41.80588|-87.70392
2394 W 55th St|Gage Park|41.79384|-87.68590
5458 S California Ave|Gage Park|41.79592|-87.69386
1569 N La Salle Blvd|Gold Coast|41.91045|-87.63320
71 W Division St|Gold Coast|41.90393|-87.62951
1001 N Michigan Ave|Gold Coast|41.90017|-87.62409
1764 N Clark St|Gold Coast|41.91398|-87.63336
1389 N La Salle Blvd|Gold Coast|41.90718|-87.63310
4973 S State St|Grand Boulevard|41.80469|-87.62597
252 E 47th St|Grand Boulevard|41.80931|-87.62168
780 E 47th St|Grand Boulevard|41.80949|-87.60887
4156 S Michigan Ave|Grand Boulevard|41.81949|-87.62312
589 W Kinzie St|Greektown|41.88909|-87.64209
1079 S Desplaines St|Greektown|41.86903|-87.64372
406 S Morgan St|Greektown|41.87715|-87.65189
957 W Taylor St|Greektown|41.86949|-87.65102
750 W Washington St|Greektown|41.88314|-87.64601
2917 N Clybourn Ave|Hamlin Park|41.93485|-87.68169
2420 W Belmont Ave|Hamlin Park|41.93949|-87.68654
2699 W Addison St|Hamlin Park|41.94671|-87.69330
2534 W Diversey Ave|Hamlin Park|41.93218|-87.68930
4236 W Wrightwood Ave|Hermosa|41.92808|-87.73060
3913 W Fullerton Ave|Hermosa|41.92454|-87.72277
2054 N Pulaski Rd|Hermosa|41.91923|-87.72659
2848 N Pulaski Rd|Hermosa|41.93360|-87.72704
2727 W North Ave|Humboldt Park|41.91025|-87.69399
3043 W Division St|Humboldt Park|41.90288|-87.70167
3130 W North Ave|Humboldt Park|41.91014|-87.70378
2930 W Armitage Ave|Humboldt Park|41.91748|-87.69891
5439 S Woodlawn Ave|Hyde Park|41.79627|-87.59657
1550 E Hyde Park Blvd|Hyde Park|41.80245|-87.59018
1556 E Midway Plaisance|Hyde Park|41.78638|-87.59004
1420 E 57th St|Hyde Park|41.79147|-87.59334
5452 S Cottage Grove Ave|Hyde Park|41.79604|-87.60628
3502 N Keeler Ave|Irving Park|41.94545|-87.73220
4125 N Elston Ave|Irving Park|41.95672|-87.72354
3739 W Irving Park Rd|Irving Park|41.95384|-87.71854
4268 W Irving Park Rd|Irving Park|41.95360|-87.73140
1361 E 47th St|Kenwood|41.80966|-87.59476
5089 S Woodlawn Ave|Kenwood|41.80261|-87.59671
4340 S Lake Park Ave|Kenwood|41.81615|-87.59831
5042 S Drexel Blvd|Kenwood|41.80346|-87.60378
2178 N Clark St|Lincoln Park|41.92148|-87.63799
2433 N Racine Ave|Lincoln Park|41.92610|-87.65851
2894 N Halsted St|Lincoln Park|41.93444|-87.64907
1973 N Clybourn Ave|Lincoln Park|41.91777|-87.65907
2447 N Clark St|Lincoln Park|41.92634|-87.64090
1543 W Webster Ave|Lincoln Park|41.92161|-87.66525
1985 N Kedzie Ave|Logan Square|41.91798|-87.70707
2673 N Milwaukee Ave|Logan Square|41.93044|-87.70964
3039 W Diversey Ave|Logan Square|41.93208|-87.70156
2210 N California Ave|Logan Square|41.92206|-87.69734
3551 W Armitage Ave|Logan Square|41.91733|-87.71398
231 N Michigan Ave|Loop|41.88623|-87.62442
246 S Franklin St|Loop|41.87908|-87.63524
148 S State St|Loop|41.88027|-87.62776
321 S Wabash Ave|Loop|41.87818|-87.62608
44 N Michigan Ave|Loop|41.88285|-87.62450
337 W Washington St|Loop|41.88320|-87.63599
238 N Dearborn St|Loop|41.88635|-87.62951
3217 S Western Ave|McKinley Park|41.83649|-87.68472
2159 W Pershing Rd|McKinley Park|41.82304|-87.68020
3121 S Damen Ave|McKinley Park|41.83823|-87.67545
3687 S Damen Ave|McKinley Park|41.82798|-87.67521
1169 N La Salle Blvd|Near North Side|41.90321|-87.63282
751 N La Salle Blvd|Near North Side|41.89564|-87.63260
1255 N Clybourn Ave|Near North Side|41.90477|-87.64096
581 W Huron St|Near North Side|41.89470|-87.64190
279 W Ohio St|Near North Side|41.89240|-87.63458
1033 N Wells St|Near North Side|41.90075|-87.63437
1416 N Sedgwick St|Near North Side|41.90769|-87.63847
1204 W Adams St|Near West Side|41.87906|-87.65702
981 S Loomis St|Near West Side|41.87021|-87.66168
1858 W Warren Blvd|Near West Side|41.88230|-87.67289
1323 W Washington St|Near West Side|41.88293|-87.65992
2322 W Adams St|Near West Side|41.87863|-87.68417
1630 W Ogden Ave|Near West Side|41.88035|-87.66737
4158 N Ashland Ave|North Center|41.95731|-87.66919
4105 N Western Ave|North Center|41.95636|-87.68854
2152 W Irving Park Rd|North Center|41.95415|-87.68003
2273 W Montrose Ave|North Center|41.96140|-87.68297
1636 S Kedzie Ave|North Lawndale|41.86126|-87.70553
3679 W Cermak Rd|North Lawndale|41.85164|-87.71710
4282 W 16th St|North Lawndale|41.85879|-87.73173
3560 W Roosevelt Rd|North Lawndale|41.86630|-87.71420
3820 S Cottage Grove Ave|Oakland|41.82556|-87.60774
481 E Oakwood Blvd|Oakland|41.82264|-87.61612
4018 S Lake Park Ave|Oakland|41.82198|-87.60201
4237 S Cottage Grove Ave|Oakland|41.81803|-87.60675
1498 S Halsted St|Pilsen|41.86325|-87.64680
1549 S Loomis St|Pilsen|41.86251|-87.66145
2352 S Blue Island Ave|Pilsen|41.85065|-87.67027
2195 S Halsted St|Pilsen|41.85317|-87.64650
1855 W 21st St|Pilsen|41.85405|-87.67283
750 S Michigan Ave|Printer’s Row|41.87300|-87.62412
483 S Michigan Ave|Printer’s Row|41.87622|-87.62419
1005 S State St|Printer’s Row|41.86993|-87.62742
406 S Clark St|Printer’s Row|41.87715|-87.63074
639 S State St|Printer’s Row|41.87433|-87.62756
4448 N Ashland Ave|Ravenswood|41.96257|-87.66932
1494 W Wilson Ave|Ravenswood|41.96529|-87.66405
1926 W Wilson Ave|Ravenswood|41.96517|-87.67455
2771 W Irving Park Rd|Ravenswood Manor|41.95403|-87.69506
2655 W Montrose Ave|Ravenswood Manor|41.96129|-87.69225
4442 N Kimball Ave|Ravenswood Manor|41.96246|-87.71319
3893 N Kedzie Ave|Ravenswood Manor|41.95251|-87.70801
2907 W 31st St|South Lawndale|41.83736|-87.69836
2708 S Pulaski Rd|South Lawndale|41.84491|-87.72458
3376 W Cermak Rd|South Lawndale|41.85171|-87.70974
3162 S Central Park Ave|South Lawndale|41.83748|-87.71461
1685 S State St|South Loop|41.86055|-87.62736
1200 S State St|South Loop|41.86757|-87.62736
1200 S Michigan Ave|South Loop|41.86757|-87.62410
1365 S State St|South Loop|41.86518|-87.62730
1539 S Clark St|South Loop|41.86267|-87.63028
1004 S Michigan Ave|South Loop|41.86994|-87.62421
564 N Wabash Ave|Streeterville|41.89226|-87.62672
689 N State St|Streeterville|41.89453|-87.62817
773 N Michigan Ave|Streeterville|41.89604|-87.62419
366 N Wabash Ave|Streeterville|41.88867|-87.62720
904 N Rush St|Streeterville|41.89842|-87.62641
116 W Ohio St|Streeterville|41.89245|-87.63062
2212 W Lake St|Ukrainian Village|41.88480|-87.68149
681 N Damen Ave|Ukrainian Village|41.89438|-87.67700
2301 W Grand Ave|Ukrainian Village|41.89072|-87.68365
789 N Western Ave|Ukrainian Village|41.89633|-87.68683
958 W Wilson Ave|Uptown|41.96547|-87.65105
5979 S State St|Washington Park|41.78649|-87.62553
108 E Garfield Blvd|Washington Park|41.79431|-87.62518
244 E 63rd St|Washington Park|41.78004|-87.62187
537 E Garfield Blvd|Washington Park|41.79478|-87.61476
5940 S Ashland Ave|West Englewood|41.78720|-87.66441
1981 W 63rd St|West Englewood|41.77929|-87.67587
1677 W 63rd St|West Englewood|41.77939|-87.66850
2114 W 59th St|West Englewood|41.78657|-87.67911
785 S Pulaski Rd|West Garfield Park|41.87257|-87.72539
4033 W Washington Blvd|West Garfield Park|41.88192|-87.72569
3733 W Lake St|West Garfield Park|41.88506|-87.71839
453 N Pulaski Rd|West Garfield Park|41.89025|-87.72594
3617 W 63rd St|West Lawn|41.77878|-87.71559
6169 S Pulaski Rd|West Lawn|41.78305|-87.72288
6093 S Lawndale Ave|West Lawn|41.78442|-87.71555
4306 W 63rd St|West Lawn|41.77855|-87.73232
2744 W Division St|West Town|41.90295|-87.69439
883 N California Ave|West Town|41.89804|-87.69676
2331 W Division St|West Town|41.90306|-87.68436
2341 W Augusta Blvd|West Town|41.89942|-87.68461
1430 N Western Ave|West Town|41.90794|-87.68714
1644 N Western Ave|Wicker Park|41.91181|-87.68725
1871 W Armitage Ave|Wicker Park|41.91783|-87.67322
1904 N Elston Ave|Wicker Park|41.91651|-87.66645
1289 N Milwaukee Ave|Wicker Park|41.90538|-87.66965
1656 N Damen Ave|Wicker Park|41.91202|-87.67752
1257 E Midway Plaisance|Woodlawn|41.78650|-87.59730
808 E 61st St|Woodlawn|41.78400|-87.60819
1520 E 63rd St|Woodlawn|41.78057|-87.59092
992 E 63rd St|Woodlawn|41.78043|-87.60373
3647 N Clark St|Wrigleyville|41.94808|-87.65722
3317 N Sheffield Ave|Wrigleyville|41.94209|-87.65418
1611 W Addison St|Wrigleyville|41.94703|-87.66691
3021 N Southport Ave|Wrigleyville|41.93673|-87.66368
3361 N Southport Ave|Wrigleyville|41.94289|-87.66387
`;

export type Spot = { address: string; district: string; latitude: number; longitude: number };

export const chicagoSpots: readonly Spot[] = table
  .trim()
  .split("\n")
  .map((line) => {
    const [address = "", district = "", latitude, longitude] = line.split("|");
    return { address, district, latitude: Number(latitude), longitude: Number(longitude) };
  });
